import { changeFeedMigrations } from './0000-change-feed.js';
import { jobMigrations } from './0010-jobs.js';
import { accessMigrations } from './0020-access.js';
import { parameterMigrations } from './0030-parameters.js';
import { importMigrations } from './0040-imports.js';
import { noticeMigrations } from './0050-notices.js';
import { peopleMigrations } from './0100-people.js';
import { licenceMigrations } from './0102-licences.js';
import { employerMigrations } from './0110-employers.js';
import { matchingMigrations } from './0120-matching.js';
import { welfareMigrations } from './0122-welfare.js';
import { seatMigrations } from './0123-seats.js';
import { supportMigrations } from './0124-support.js';
import { quotaMigrations } from './0130-quota.js';
import { registerMigrations } from './0132-registers.js';
import { benefitMigrations } from './0140-benefits.js';
import { campaignMigrations } from './0150-campaigns.js';
import type { MigrationClass } from './table.js';

/** Every migration of the house, oldest first. Rows are never reordered or removed; a change is a new one at the end of its room's range. */
export const migrations: MigrationClass[] = [
  ...changeFeedMigrations,
  ...jobMigrations,
  ...accessMigrations,
  ...parameterMigrations,
  ...importMigrations,
  ...noticeMigrations,
  ...peopleMigrations,
  ...employerMigrations,
  ...matchingMigrations,
  ...welfareMigrations,
  ...supportMigrations,
  ...quotaMigrations,
  ...benefitMigrations,
  ...campaignMigrations,
  ...seatMigrations,
  ...registerMigrations,
  ...licenceMigrations,
];
