import { Entity } from 'typeorm';
import { InstantColumn, KeyColumn } from '@tongxing/database';

/** 平台登录的回执: somebody came back from the platform with this state. The key keeps a state from being used twice. */
@Entity('oidc_return')
export class OidcReturn {
  /** hash of the state */
  @KeyColumn(64) state: string;
  @InstantColumn() at: Date;
}
