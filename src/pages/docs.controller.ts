import { Controller, Get, Header, Param, Query, Req, Res } from '@nestjs/common';
import { Open } from '../access/open.js';
import type { Reply, Request } from '../api/request.js';
import { scriptedPolicy } from './assets.js';
import { AssetAt, PageParameters } from './docs.inputs.js';
import { docsPage } from './docs.page.js';
import { DocsService } from './docs.service.js';
import { pageLanguage } from './page-language.js';
import { rightsPage } from './rights.page.js';
import { ServesPage } from './serves-page.js';

@Controller('docs')
export class DocsController {
  constructor(private readonly service: DocsService) {}

  @Get()
  @ServesPage(scriptedPolicy)
  docs(@Query() { lang }: PageParameters, @Req() { headers }: Request) {
    return docsPage(pageLanguage(lang, headers));
  }

  @Get('rights')
  @ServesPage()
  rights(@Query() { lang }: PageParameters, @Req() { headers }: Request) {
    return rightsPage(pageLanguage(lang, headers));
  }

  @Get(':file')
  @Open()
  @Header('content-security-policy', "default-src 'none'")
  @Header('cache-control', 'public, max-age=3600')
  asset(@Param() { file }: AssetAt, @Req() request: Request, @Res({ passthrough: true }) reply: Reply) {
    return this.service.asset(file, request, reply);
  }
}
