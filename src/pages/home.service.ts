import { Injectable } from '@nestjs/common';
import { AccessService } from '../access/access.service.js';
import type { Caller } from '../access/caller.js';
import type { Reply, Request } from '../api/request.js';
import { CommunesService } from '../communes/communes.service.js';
import { RegistryService } from '../communes/registry.service.js';
import { Database } from '../database/database.js';
import { Refusal } from '../refusals.js';
import { ResponseCache } from '../requests/response-cache.js';
import { etagOfBody, matchesEtag } from '../rest/etag.rules.js';
import type { BoardAsked } from './board-content.js';
import { boardPage } from './board.page.js';
import { BoardService } from './board.service.js';
import { apiLinks, boards, communesPage } from './communes.page.js';
import type { BoardParameters, HomeAt } from './home.inputs.js';
import { languageOfPage, pageLanguage } from './page-language.js';

/** Seconds after which the screen of a meeting room asks again. */
const everyFiveMinutes = '300';

/** The pages for everybody: boards of communes. The response cache keeps each while no head of a journal moves. */
@Injectable()
export class HomeService {
  constructor(
    private readonly access: AccessService,
    private readonly database: Database,
    private readonly registry: RegistryService,
    private readonly communes: CommunesService,
    private readonly boards: BoardService,
    private readonly cache: ResponseCache,
  ) {}

  /** The board of the commune named, or of the only one that is not invented; else the communes by name. */
  async home({ commune, ...asked }: HomeAt, request: Request, reply: Reply): Promise<string | undefined> {
    if (commune !== undefined) return this.board({ ...asked, commune }, request, reply);
    return this.page({ ...asked, communes: await this.communeKeys() }, { request, reply }, async (caller, language) => {
      const { items } = await this.communes.communes(caller, { first: 500 });
      const real = items.filter(({ invented }) => !invented);
      const [only, another] = real.length > 0 ? real : items;
      const below = apiLinks(pageLanguage(asked.lang, request.headers), items.length > real.length);
      if (!only || another) return communesPage(items, language, below);
      const content = await this.boards.content(caller, { ...asked, commune: only.key, language });
      return boardPage(content, [items.length > 1 && boards(items), below]);
    });
  }

  /** Keys of the communes that are there. */
  async communeKeys(): Promise<string[]> {
    return (await this.registry.everywhere()).flatMap(({ id, key }) => (id > 0 ? [key] : []));
  }

  /** The board of a commune. Refusals: NOT_FOUND; RULE for a day ahead, or a period without a plan. */
  async board(
    asked: BoardParameters & { commune: string },
    request: Request,
    reply: Reply,
  ): Promise<string | undefined> {
    return this.page({ ...asked, communes: [asked.commune] }, { request, reply }, async (caller, language) =>
      boardPage(await this.boards.content(caller, { ...asked, language })),
    );
  }

  /** A page for the public, read again when a head of its communes has moved; status 304 if it is the same. */
  private async page(
    { communes, ...asked }: BoardParameters & { communes: readonly string[] },
    { request, reply }: { request: Request; reply: Reply },
    produce: (caller: Caller, language: BoardAsked['language']) => Promise<string>,
  ): Promise<string | undefined> {
    const language = languageOfPage(asked.lang, request.headers);
    const caller = await this.access.identify({
      authorization: undefined,
      communes,
      everywhere: false,
      language,
      requestId: request.id,
    });
    if (caller.communes.length === 0 && communes.length > 0) throw new Refusal('NOT_FOUND');
    const headsHash = await this.database.scope(caller, () => this.access.headsHash(caller));
    const question = `page ${JSON.stringify([communes, asked])}`;
    const { html, etag } = await this.cache.answer(Object.assign(caller, { headsHash }), question, async () => {
      const written = await produce(caller, language);
      return { html: written, etag: etagOfBody(written), length: written.length };
    });
    void reply.header('etag', etag);
    if (asked.view === 'wide') void reply.header('refresh', everyFiveMinutes);
    if (!matchesEtag(request.headers['if-none-match'], etag)) return html;
    void reply.status(304);
    return undefined;
  }
}
