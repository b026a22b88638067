import { DefaultNamingStrategy } from 'typeorm';

/** `validFrom` → `valid_from`. */
export const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Naming strategy of TypeORM: the member `validFrom` is the column `valid_from`. */
export class SnakeNaming extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? snake(propertyName);
  }
}
