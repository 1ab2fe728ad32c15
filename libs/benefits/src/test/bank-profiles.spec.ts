import { describe, expect, it } from '@jest/globals';
import { ConfigError } from '@tongxing/platform';
import iconv from 'iconv-lite';
import { BANK_PROFILES, bankFileBytes, profileOf } from '../bank-profiles.js';
import { returnFile, SandboxBank } from '../sandbox-bank.js';

const batch = (accountName = '甲一') => ({
  number: 'B640324-20260601-ABC123',
  totalFen: 150_005,
  lines: [
    {
      line: 1,
      key: 'P0-1',
      accountName,
      accountNumber: '6217000000000000004',
      amountFen: 150_005,
      purpose: '职业技能培训补贴 B640324-20260601-ABC123',
    },
  ],
});

describe('bank files', () => {
  it('as text with bars: GBK, fen, head and trailer with count and total', () => {
    const bytes = bankFileBytes(profileOf('generic-txt-pipe'), batch());
    expect(iconv.decode(bytes, 'gbk')).toBe(
      'H|B640324-20260601-ABC123|1|150005\r\n' +
        'D|1|P0-1|6217000000000000004|甲一|150005|职业技能培训补贴 B640324-20260601-ABC123\r\n' +
        'T|1|150005\r\n',
    );
    expect(bytes.toString('hex')).toContain('7cbcd7d2bb7c');
  });

  it('as CSV: UTF-8 with a mark, yuan', () => {
    expect(bankFileBytes(profileOf('generic-csv'), batch()).toString('utf8')).toBe(
      '\uFEFF批次号,序号,指令号,账号,户名,金额,用途\r\n' +
        'B640324-20260601-ABC123,1,P0-1,6217000000000000004,甲一,1500.05,职业技能培训补贴 B640324-20260601-ABC123\r\n' +
        'B640324-20260601-ABC123,合计,1,,,1500.05,\r\n',
    );
  });

  it.each(['㛃', '𬱟', '甲😀', '=甲', '＋甲', '甲|一', '甲\n', '甲'.repeat(31)])(
    'refuse the name %p with its line, and never write "?" (bad input 55)',
    (name) => {
      expect(() => bankFileBytes(profileOf('generic-txt-pipe'), batch(name))).toThrow(
        expect.objectContaining({ code: 'NOT_ENCODABLE', message: expect.stringContaining('第 1 行') }),
      );
    },
  );

  it('write a rare name where the encoding has it', () => {
    expect(bankFileBytes(profileOf('generic-csv'), batch('𬱟')).toString('utf8')).toContain(',𬱟,');
  });

  it('know only the listed formats', () => {
    expect(BANK_PROFILES.map((profile) => profile.code)).toEqual(['generic-txt-pipe', 'generic-csv']);
    expect(() => profileOf('none')).toThrow(expect.objectContaining({ code: 'VALIDATION', field: 'profile' }));
  });

  it('come back as GB18030 with a line of totals', () => {
    const line = { key: 'P0-1', accountName: '𬱟', accountNumber: '62', paidFen: 5, result: '成功', reason: '' };
    expect(iconv.decode(returnFile('N', [line, { ...line, key: 'P1-1' }]), 'gb18030')).toBe(
      '批次号,指令号,户名,账号,金额,结果,原因\r\nN,P0-1,𬱟,62,0.05,成功,\r\nN,P1-1,𬱟,62,0.05,成功,\r\nN,合计,,,0.10,2笔,\r\n',
    );
  });
});

describe('the sandbox bank', () => {
  it('does not exist in production', () => {
    expect(() => new SandboxBank({ dataDir: '/nowhere', production: true })).toThrow(ConfigError);
  });
});
