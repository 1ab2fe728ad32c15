import { type FormState, Select } from '@tongxing/ui';
import type { VNode } from 'preact';
import type { Form } from '../../../http/form.js';

/** A need of the list that the API gives. */
export interface NeedChoice {
  need: string;
  /** the own profile names it */
  chosen: boolean;
  /** every unit may know it */
  shared: boolean;
  /** a unit may be told it from this session: a helper opens nothing */
  tellable: boolean;
}

const nameOf = (index: number): string => `need-${index}`;
/** Where a link to the first of them leads. */
export const FIRST_NEED = nameOf(0);
const PRIVATE = 'private';
const TOLD = 'told';

/** 需要什么帮助: each need with who may know of it. Names come from what was shown, so that none is lost where the list has changed meanwhile. */
export function NeedFields({ form, choices }: { form: FormState; choices: readonly NeedChoice[] }): VNode {
  return (
    <>
      {choices.some(({ tellable }) => !tellable) && <p>要告诉单位的，请本人自己登录来选。</p>}
      {choices.map(({ need, tellable }, index) => (
        <>
          <input type="hidden" name="need" value={need} key={`${need}-name`} />
          <Select
            key={need}
            form={form}
            name={nameOf(index)}
            label={need}
            empty="不需要"
            choices={[
              { value: PRIVATE, text: '需要，只给辅导员看' },
              ...(tellable ? [{ value: TOLD, text: '需要，告诉这个单位' }] : []),
            ]}
          />
        </>
      ))}
    </>
  );
}

/** What the boxes hold: what was said for this application, else what the own profile says. */
export function needValues(
  choices: readonly NeedChoice[],
  said?: { needs: readonly string[]; told: readonly string[] },
): FormState['values'] {
  return Object.fromEntries(
    choices.map(({ need, chosen, shared, tellable }, index) => {
      const wanted = said ? said.needs.includes(need) : chosen;
      const told = tellable && (said ? said.told.includes(need) : shared);
      return [nameOf(index), wanted ? (told ? TOLD : PRIVATE) : ''];
    }),
  );
}

/** The needs of the form, and those of them that the employer is told. */
export function needsIn(form: Form): { needs: string[]; told: string[] } {
  const said = form.list('need').map((need, index) => ({ need, choice: form.text(nameOf(index)) }));
  return {
    needs: said.filter(({ choice }) => choice === PRIVATE || choice === TOLD).map(({ need }) => need),
    told: said.filter(({ choice }) => choice === TOLD).map(({ need }) => need),
  };
}

/** Own words first: what was said for an application may not stand on today's list. What the unit was told can be told again. */
export const withSaid = (
  choices: readonly NeedChoice[],
  { needs, sharedNeeds: told }: { needs: readonly string[]; sharedNeeds: readonly string[] },
): NeedChoice[] => [
  ...needs
    .filter((need) => !choices.some((one) => one.need === need))
    .map((need) => ({ need, chosen: true, shared: false, tellable: told.includes(need) || mayTell(choices) })),
  ...choices.map((one) => ({ ...one, tellable: one.tellable || told.includes(one.need) })),
];

const mayTell = (choices: readonly NeedChoice[]): boolean => choices.some(({ tellable }) => tellable);
