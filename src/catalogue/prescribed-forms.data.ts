import type { AwardFormGiven, PrescribedFormGiven } from './catalogue.inputs.js';
import { read, unread } from './parts.data.js';

/** The program's layouts were held against no form of a decree: their numbers were read, their pages were not. */
const laidOut = { layoutRead: false } as const;

const areas = read('Nghị định 86/2023/NĐ-CP');
const inferred = unread('Nghị định 86/2023/NĐ-CP; suy theo Mẫu 04, 05, 06');
const reports = read('Nghị định 152/2025/NĐ-CP, Phụ lục: 11 mẫu báo cáo');

/** Forms for households, hamlets and communes (NĐ 86/2023), by the code of the award form. */
const ofAreas: Readonly<Record<string, readonly PrescribedFormGiven[]>> = {
  gdvh: [
    { paper: 'PROPOSAL', number: 'Mẫu 01', ...laidOut, ...areas },
    { paper: 'SUMMARY', number: 'Mẫu 02', ...laidOut, ...areas },
    { paper: 'MINUTES', number: 'Mẫu 03', ...laidOut, ...areas },
    { paper: 'DECISION', number: 'Mẫu 10', ...laidOut, ...areas },
  ],
  'thon-van-hoa': [
    { paper: 'PROPOSAL', number: 'Mẫu 04', ...laidOut, ...areas },
    { paper: 'REPORT', number: 'Mẫu 05', ...laidOut, ...areas },
    { paper: 'MINUTES', number: 'Mẫu 06', ...laidOut, ...areas },
  ],
  'xa-tieu-bieu': [
    { paper: 'PROPOSAL', number: 'Mẫu 07', ...laidOut, ...inferred },
    { paper: 'REPORT', number: 'Mẫu 08', ...laidOut, ...inferred },
    { paper: 'MINUTES', number: 'Mẫu 09', ...laidOut, ...inferred },
  ],
};

/** Forms of the papers of an award form, from NĐ 86/2023 on; of its report, where none of these is, by NĐ 152/2025. */
export const prescribedFrom =
  (decree: '86/2023' | '152/2025') =>
  ({ code, dossier }: AwardFormGiven): PrescribedFormGiven[] => {
    const own = [...(ofAreas[code] ?? [])];
    const reported = own.length === 0 && dossier.some(({ documentType }) => documentType === 'BC');
    return decree === '152/2025' && reported ? [{ paper: 'REPORT', number: null, ...laidOut, ...reports }] : own;
  };
