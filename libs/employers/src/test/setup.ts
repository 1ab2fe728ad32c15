import { Divisions } from '@tongxing/access';
import type { TestDatabase } from '@tongxing/database/testing';
import { DirectImportService, ImportKinds, importEntities } from '@tongxing/imports';
import { FixedClock, IntlCryptoProvider } from '@tongxing/platform';
import { makeCreditCode } from '@tongxing/rules';
import { EmployerService } from '../employer.service.js';
import { EmployersKind } from '../employers.kind.js';
import { employerEntities } from '../employer-entities.js';
import { PostService } from '../post.service.js';
import { PostsKind } from '../posts.kind.js';

export const entities = [...importEntities, ...employerEntities];

/** A valid, plainly made-up credit code. */
export const creditCode = (index: number, prefix = '91', divisionCode = '640324'): string =>
  makeCreditCode(prefix, divisionCode, `MA${String(index).padStart(6, '0')}`);

/** Cells of a row of the roster of employers, right unless told otherwise. */
export const employerCells = (index: number, over: Record<string, string> = {}): Record<string, string> => ({
  单位名称: `甲乙${index}有限公司`,
  统一社会信用代码: creditCode(index),
  单位性质: '企业',
  国有: '否',
  区划: '640324100000',
  地址: '示例路1号',
  经度: '105.9143',
  纬度: '36.9802',
  联系人: '张示例',
  联系电话: '13800000000',
  收缴部门: '税务局',
  ...over,
});

/** Cells of a row of the roster of posts of employer `index`. */
export const postCells = (index: number, over: Record<string, string> = {}): Record<string, string> => ({
  统一社会信用代码: creditCode(index),
  岗位名称: `包装工${index}`,
  岗位类型: '按比例就业',
  招聘人数: '2',
  工作地点区划: '640324100000',
  居家办公: '否',
  月薪下限: '2200',
  月薪上限: '2600.50',
  每周工时: '37.5',
  夜班: '否',
  最低学历: '初中',
  技能要求: '包装、打字',
  岗位要求: '久站3、搬举1、看2',
  提供的便利: '无障碍卫生间',
  发布日期: '2026-11-01',
  截止日期: '2027-02-28',
  ...over,
});

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Rows as CSV; the header is every key that one of them has. */
export function csvOf(rows: readonly Record<string, string>[]): string {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [header, ...rows.map((row) => header.map((key) => quoted(row[key] ?? '')))]
    .map((cells) => cells.join(','))
    .join('\r\n');
}

/** The services of employers on a test database, without Nest around them. */
export function services(database: TestDatabase) {
  const { unitOfWork } = database;
  const clock = new FixedClock();
  const crypto = new IntlCryptoProvider({ kid: 'k1', seal: Buffer.alloc(32, 1), blind: Buffer.alloc(32, 2) });
  const divisions = Divisions.shipped();
  const kinds = new ImportKinds();
  kinds.register(new EmployersKind(unitOfWork, crypto));
  kinds.register(new PostsKind(unitOfWork));
  return {
    clock,
    crypto,
    divisions,
    kinds,
    unitOfWork,
    direct: new DirectImportService(kinds, unitOfWork, clock, divisions),
    employers: new EmployerService(unitOfWork, crypto),
    posts: new PostService(unitOfWork, clock, divisions),
  };
}
