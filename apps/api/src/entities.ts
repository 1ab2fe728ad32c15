import { accessEntities } from '@tongxing/access';
import { benefitEntities } from '@tongxing/benefits';
import { campaignEntities } from '@tongxing/campaigns';
import type { EntityClass } from '@tongxing/database';
import { employerEntities } from '@tongxing/employers';
import { importEntities } from '@tongxing/imports';
import { Job } from '@tongxing/jobs';
import { matchingEntities } from '@tongxing/matching';
import { noticeEntities } from '@tongxing/notices';
import { parameterEntities } from '@tongxing/parameters';
import { peopleEntities } from '@tongxing/people';
import { quotaEntities } from '@tongxing/quota';
import { registerEntities } from '@tongxing/registers';

/** Every table of the house. One list for the processes, the drift check and the command line. */
export const entities: EntityClass[] = [
  ...accessEntities,
  Job,
  ...parameterEntities,
  ...noticeEntities,
  ...importEntities,
  ...peopleEntities,
  ...employerEntities,
  ...matchingEntities,
  ...quotaEntities,
  ...registerEntities,
  ...benefitEntities,
  ...campaignEntities,
];
