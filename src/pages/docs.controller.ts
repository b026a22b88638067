import { Controller, Get, Header, Param, Req, Res } from '@nestjs/common';
import { Open } from '../access/open.js';
import type { Reply, Request } from '../api/request.js';
import { scriptedPolicy } from './assets.js';
import { AssetAt } from './docs.inputs.js';
import { docsPage } from './docs.page.js';
import { DocsService } from './docs.service.js';
import { rightsPage } from './rights.page.js';
import { ServesPage } from './serves-page.js';

@Controller('docs')
export class DocsController {
  constructor(private readonly service: DocsService) {}

  @Get()
  @ServesPage(scriptedPolicy)
  docs() {
    return docsPage;
  }

  @Get('rights')
  @ServesPage()
  rights() {
    return rightsPage;
  }

  @Get(':file')
  @Open()
  @Header('content-security-policy', "default-src 'none'")
  @Header('cache-control', 'public, max-age=3600')
  asset(@Param() { file }: AssetAt, @Req() request: Request, @Res({ passthrough: true }) reply: Reply) {
    return this.service.asset(file, request, reply);
  }
}
