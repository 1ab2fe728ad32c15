import { Controller, Header, HttpCode, Param, Post, Req } from '@nestjs/common';
import { Public } from '@tongxing/access';
import type { CallbackHeaders } from './bank-gateway.js';
import { CallbackService } from './callback.service.js';
import type { CallbackVerdict } from './payout.entity.js';

/** Where messages of banks come in; the process leaves their bytes as they are, since these are what was signed. */
export const CALLBACKS_PATH = '/bank/callbacks';
export const CALLBACK_LIMIT = '16kb';

/** The door for banks. Who speaks is known by the signature alone. */
@Controller('bank/callbacks')
export class CallbacksController {
  constructor(private readonly callbacks: CallbackService) {}

  @Public()
  @Post(':profile')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  async bankCallback(
    @Param('profile') profile: string,
    @Req() request: { headers: CallbackHeaders; body?: unknown },
  ): Promise<{ outcome: CallbackVerdict }> {
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    return { outcome: await this.callbacks.receive(profile, request.headers, body) };
  }
}
