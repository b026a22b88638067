/** Where webhooks may send: to addresses of the internet by https, or, as a development setting says, to any. */
export class WebhookOptions {
  constructor(readonly anyAddress: boolean) {}
}
