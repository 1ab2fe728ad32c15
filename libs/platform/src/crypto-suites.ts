import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createHash,
  createSign,
  createVerify,
  type KeyObject,
  randomBytes,
  sign,
  timingSafeEqual,
  verify,
} from 'node:crypto';

/** The three parts of a sealed value. */
export interface SealedParts {
  iv: Buffer;
  text: Buffer;
  tag: Buffer;
}

/** A family of algorithms: authenticated encryption, keyed hash and signature. Keys are 32 bytes; what else is needed is derived. */
export interface Suite {
  /** as it stands in sealed values */
  readonly sealing: 'a256gcm' | 'sm4sm3';
  /** as it stands in the key file */
  readonly hashing: BlindAlgorithm;
  /** as it stands in signatures */
  readonly signing: 'ed25519' | 'sm2';
  seal(key: Buffer, clear: string, boundTo: string): SealedParts;
  /** @throws Error when a bit of the value, its key or its place differs */
  open(key: Buffer, parts: SealedParts, boundTo: string): string;
  /** 64 hex digits */
  keyedHash(key: Buffer, text: string): string;
  sign(seed: Buffer, bytes: Uint8Array): Buffer;
  verify(publicKey: KeyObject, bytes: Uint8Array, signature: Buffer): boolean;
  publicKey(seed: Buffer): KeyObject;
  /** @throws Error when this build of OpenSSL lacks an algorithm or computes another result than the standard says */
  selfTest(): void;
}

/** How a blind index is made. It outlives a change of suite: the index of every row depends on it. */
export type BlindAlgorithm = 'hmacsha256' | 'hmacsm3';

const GCM_IV_BYTES = 12;
const GCM_TAG_BYTES = 16;
/** One refill serves many rows: a system call per row is what costs most in a large import. */
const IV_POOL_BYTES = 4_096;

let pool = Buffer.alloc(0);
let poolAt = 0;

function freshIv(bytes: number): Buffer {
  if (poolAt + bytes > pool.length) {
    pool = randomBytes(IV_POOL_BYTES);
    poolAt = 0;
  }
  poolAt += bytes;
  return pool.subarray(poolAt - bytes, poolAt);
}

/** What is made of a key once and kept as long as the key itself. */
function keptBy<Made>(make: (key: Buffer) => Made): (key: Buffer) => Made {
  const kept = new WeakMap<Buffer, Made>();
  return (key) => {
    const made = kept.get(key) ?? make(key);
    kept.set(key, made);
    return made;
  };
}

const hex = (digits: string): Buffer => Buffer.from(digits, 'hex');

/** PKCS 8 frame of an Ed25519 seed (RFC 8410). */
const ED25519_FRAME = hex('302e020100300506032b657004220420');
const ed25519Key = keptBy((seed) =>
  createPrivateKey({ key: Buffer.concat([ED25519_FRAME, seed.subarray(0, 32)]), format: 'der', type: 'pkcs8' }),
);

/** AES-256-GCM, HMAC-SHA-256, Ed25519. */
export const intlSuite: Suite = {
  sealing: 'a256gcm',
  hashing: 'hmacsha256',
  signing: 'ed25519',
  seal(key, clear, boundTo) {
    const iv = freshIv(GCM_IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key, iv);
    cipher.setAAD(Buffer.from(boundTo));
    return { iv, text: Buffer.concat([cipher.update(clear, 'utf8'), cipher.final()]), tag: cipher.getAuthTag() };
  },
  open(key, { iv, text, tag }, boundTo) {
    const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: GCM_TAG_BYTES });
    decipher.setAAD(Buffer.from(boundTo));
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
  },
  keyedHash: (key, text) => createHmac('sha256', key).update(text).digest('hex'),
  sign: (seed, bytes) => sign(null, bytes, ed25519Key(seed)),
  verify: (publicKey, bytes, signature) => verify(null, bytes, publicKey, signature),
  publicKey: keptBy((seed) => createPublicKey(ed25519Key(seed))),
  selfTest() {
    // FIPS 180-4 and RFC 4231, case 1.
    expectHex(
      this.keyedHash(Buffer.alloc(20, 0x0b), 'Hi There'),
      'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
    );
    roundTrip(this);
  },
};

const SM4_IV_BYTES = 16;
const SM4_KEY_BYTES = 16;
const sm3Mac = (key: Buffer, ...parts: readonly (string | Uint8Array)[]): Buffer => {
  const mac = createHmac('sm3', key);
  for (const part of parts) mac.update(part);
  return mac.digest();
};

/** Two keys that know nothing of each other, out of one. */
const sm4Keys = keptBy((key) => ({
  cipher: sm3Mac(key, 'tongxing|sm4-cbc').subarray(0, SM4_KEY_BYTES),
  mac: sm3Mac(key, 'tongxing|hmac-sm3'),
}));

/** Length first, so that no bound text and IV together read like another pair. */
const macOf = (key: Buffer, boundTo: string, iv: Buffer, text: Buffer): Buffer => {
  const bound = Buffer.from(boundTo);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bound.length);
  return sm3Mac(key, length, bound, iv, text);
};

/** SM2's recommended curve (GB/T 32918.5): a, b and the base point as they go into Z, and the order. */
const SM2_CURVE = hex(
  'fffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffc28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93' +
    '32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0',
);
const SM2_ORDER = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
/** The user id that GM/T 0009 tells to use where none was agreed. */
const SM2_USER_ID = Buffer.from('1234567812345678');
/** PKCS 8 frame of a private number on the SM2 curve, without its public point. */
const SM2_FRAME = hex('3041020100301306072a8648ce3d020106082a811ccf5501822d042730250201010420');
const SM2_POINT_BYTES = 64;

const sm2Key = keptBy((seed) => {
  const number = (BigInt(`0x${sm3Mac(seed, 'tongxing|sm2').toString('hex')}`) % (SM2_ORDER - 2n)) + 1n;
  const key = Buffer.concat([SM2_FRAME, hex(number.toString(16).padStart(64, '0'))]);
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
});

/**
 * Z of GB/T 32918.2: the user id, the curve and the public point, hashed before the message. `sign()` of node:crypto would take an empty
 * user id and offers no way to set one; `createSign` takes none at all, so that ours can stand before the message.
 */
const userDigest = (publicKey: KeyObject): Buffer => {
  const bits = Buffer.alloc(2);
  bits.writeUInt16BE(SM2_USER_ID.length * 8);
  const point = publicKey.export({ format: 'der', type: 'spki' }).subarray(-SM2_POINT_BYTES);
  return createHash('sm3').update(bits).update(SM2_USER_ID).update(SM2_CURVE).update(point).digest();
};

/** SM4-CBC then HMAC-SM3 over it, HMAC-SM3, SM2 with SM3. */
export const gmSuite: Suite = {
  sealing: 'sm4sm3',
  hashing: 'hmacsm3',
  signing: 'sm2',
  seal(key, clear, boundTo) {
    const { cipher: cipherKey, mac } = sm4Keys(key);
    const iv = freshIv(SM4_IV_BYTES);
    const cipher = createCipheriv('sm4-cbc', cipherKey, iv);
    const text = Buffer.concat([cipher.update(clear, 'utf8'), cipher.final()]);
    return { iv, text, tag: macOf(mac, boundTo, iv, text) };
  },
  open(key, { iv, text, tag }, boundTo) {
    const { cipher, mac } = sm4Keys(key);
    const due = macOf(mac, boundTo, iv, text);
    // Before a single byte is deciphered: a wrong padding must never be told from a wrong tag.
    if (tag.length !== due.length || !timingSafeEqual(tag, due)) throw new Error('the sealed value was changed');
    const decipher = createDecipheriv('sm4-cbc', cipher, iv);
    return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
  },
  keyedHash: (key, text) => sm3Mac(key, text).toString('hex'),
  sign(seed, bytes) {
    return createSign('sm3')
      .update(userDigest(this.publicKey(seed)))
      .update(bytes)
      .sign(sm2Key(seed));
  },
  verify: (publicKey, bytes, signature) =>
    createVerify('sm3').update(userDigest(publicKey)).update(bytes).verify(publicKey, signature),
  publicKey: keptBy((seed) => createPublicKey(sm2Key(seed))),
  selfTest() {
    // GB/T 32905 (SM3, example 1), GB/T 32907 (SM4, example 1), GB/T 32918.5 (SM2, example of A.2).
    expectHex(
      createHash('sm3').update('abc').digest('hex'),
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    );
    const block = hex('0123456789abcdeffedcba9876543210');
    const cipher = createCipheriv('sm4-cbc', block, Buffer.alloc(SM4_IV_BYTES));
    expectHex(cipher.update(block, undefined, 'hex'), '681edf34d206965e86b3e94f536e4246');
    if (!this.verify(SM2_EXAMPLE.publicKey(), SM2_EXAMPLE.message, SM2_EXAMPLE.signature)) {
      throw new Error('SM2 does not verify the signature of the standard');
    }
    roundTrip(this);
  },
};

/** The example signature of the standard, under the default user id. */
const SM2_EXAMPLE = {
  message: Buffer.from('message digest'),
  publicKey: () =>
    createPublicKey({
      key: hex(
        '3059301306072a8648ce3d020106082a811ccf5501822d0342000409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020' +
          'ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
      ),
      format: 'der',
      type: 'spki',
    }),
  signature: hex(
    '3046022100f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3' +
      '022100b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
  ),
};

export const suites: readonly Suite[] = [intlSuite, gmSuite];

function expectHex(got: string, due: string): void {
  if (got !== due) throw new Error('an algorithm computes another result than its standard');
}

/** Seals, opens, refuses; signs, verifies, refuses. */
function roundTrip(suite: Suite): void {
  const key = randomBytes(32);
  const parts = suite.seal(key, 'self-test', 'self|test|0');
  if (suite.open(key, parts, 'self|test|0') !== 'self-test') throw new Error('what was sealed does not open');
  let refused = false;
  try {
    suite.open(key, parts, 'self|test|1');
  } catch {
    refused = true;
  }
  if (!refused) throw new Error('a moved value was opened');
  const signature = suite.sign(key, Buffer.from('self-test'));
  const publicKey = suite.publicKey(key);
  if (!suite.verify(publicKey, Buffer.from('self-test'), signature)) throw new Error('an own signature is refused');
  if (suite.verify(publicKey, Buffer.from('self-tesT'), signature)) throw new Error('a wrong signature is accepted');
}
