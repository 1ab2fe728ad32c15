/**
 * Names of fields that say who somebody is, how to reach them, what they live with or where their money goes. A query that asks for one
 * where the schema has none is told so by its own code. Which of them an employer may reach at all, a test holds against the schema.
 */
export const SECRET_NAMES: ReadonlySet<string> = new Set([
  'account',
  'accountNumber',
  'address',
  'birthOn',
  'category',
  'certificate',
  'certificateNumber',
  'contact',
  'contactPhone',
  'diagnosis',
  'disabilityCategory',
  'disabilityGrade',
  'email',
  'grade',
  'idNumber',
  'phone',
  'secrets',
  'veteran',
  'veteranGrade',
]);
