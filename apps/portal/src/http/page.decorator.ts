import { applyDecorators, Controller, SetMetadata } from '@nestjs/common';

/**
 * A controller of pages. In one process with the API its guard sees these handlers too; pages hold no data of their own and
 * ask the API in the person's name, so they are open, and the API decides.
 */
export const Pages = (): ClassDecorator =>
  applyDecorators(Controller(), SetMetadata('tongxing:public', true)) as ClassDecorator;
