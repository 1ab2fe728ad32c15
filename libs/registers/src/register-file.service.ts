import { Injectable } from '@nestjs/common';
import { Divisions, noteAudit, Policy, type SignedIn } from '@tongxing/access';
import { UnitOfWork } from '@tongxing/database';
import { Clock, csvText } from '@tongxing/platform';
import { registerCells, registerColumns } from './register.kind.js';
import { registerKindOf } from './register.places.js';
import { RegisterService } from './register.service.js';
import type { RegisterFileNode, RegisterFilter } from './register.types.js';

/** A register to take away: with the same columns as its roster, so that it can be brought in again. */
@Injectable()
export class RegisterFileService {
  constructor(
    private readonly registers: RegisterService,
    private readonly divisions: Divisions,
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws as {@link RegisterService.list} */
  async file(viewer: SignedIn, code: string, filter: RegisterFilter | undefined): Promise<RegisterFileNode> {
    const kind = registerKindOf(code);
    const entries = await this.registers.whole(viewer, kind, filter);
    const sees = Policy.can(viewer, 'register.save');
    const columns = registerColumns(kind);
    const hidden = new Set(sees ? [] : kind.fields.filter(({ sealed }) => sealed).map(({ key }) => key));
    const shown = columns.map(({ key }) => !hidden.has(key));
    const only = (cells: readonly string[]): string[] => cells.filter((_, index) => shown[index]);
    const today = this.clock.today();
    // Nothing is written but who took it away.
    await this.unitOfWork.run(async () =>
      noteAudit(this.unitOfWork, { target: 'register-file', reason: `${kind.title} ${entries.length} 条` }),
    );
    return {
      name: `${kind.title}-${today}.csv`,
      // Who took it out stands in the header of a last column without cells: the file can be brought in again as it is.
      text: csvText([
        [...only(columns.map(({ header }) => header)), `${viewer.displayName} ${today} 导出`],
        ...entries.map((entry) => [
          ...only(registerCells(kind, this.divisions, entry, sees ? this.registers.sealedOf(entry) : {})),
          '',
        ]),
      ]),
    };
  }
}
