import type { ComponentChildren, JSX, VNode } from 'preact';
import { words } from '../words/zh.js';

/** Something wrong with what was sent. No `field`: it concerns the whole form. */
export interface FormProblem {
  field?: string;
  message: string;
  hint?: string;
}

/** What a form page shows: the values as typed, and what was wrong with them. */
export interface FormState {
  values: Readonly<Record<string, string | readonly string[] | undefined>>;
  problems: readonly FormProblem[];
}

/** A form nobody has touched, with what it starts from. */
export const freshForm = (values: FormState['values'] = {}): FormState => ({ values, problems: [] });

interface FieldProps {
  form: FormState;
  /** Name and id: stable, since error links, tests and users' anchors rest on it. */
  name: string;
  label: string;
  hint?: string;
  optional?: boolean;
}

/** One choice of a radio, checkbox or select list. */
export interface Choice {
  value: string;
  text: string;
  hint?: string;
}

const textOf = (form: FormState, name: string): string => {
  const value = form.values[name];
  return typeof value === 'string' ? value : '';
};
const problemOf = (form: FormState, name: string): FormProblem | undefined =>
  form.problems.find((problem) => problem.field === name);

const describedBy = (props: FieldProps): string | undefined => {
  const ids = [
    props.hint ? `${props.name}-hint` : undefined,
    problemOf(props.form, props.name) ? `${props.name}-problem` : undefined,
  ].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
};

function Notes(props: FieldProps): VNode {
  const problem = problemOf(props.form, props.name);
  return (
    <>
      {props.hint && (
        <p class="hint" id={`${props.name}-hint`}>
          {props.hint}
        </p>
      )}
      {problem && (
        <p class="problem" id={`${props.name}-problem`}>
          <span class="vh">{words.form.problem}</span>
          {problem.message}
        </p>
      )}
    </>
  );
}

const fieldClass = (props: FieldProps): string => (problemOf(props.form, props.name) ? 'field wrong' : 'field');
const labelText = (props: FieldProps): string => `${props.label}${props.optional ? words.form.optional : ''}`;

/** Label, hint, error and one control, tied together. */
export function Field(props: FieldProps & { children: ComponentChildren }): VNode {
  return (
    <div class={fieldClass(props)}>
      <label for={props.name}>{labelText(props)}</label>
      <Notes {...props} />
      {props.children}
    </div>
  );
}

type Width = 'w2' | 'w4' | 'w10' | 'w20';

interface TextProps extends FieldProps {
  type?: 'text' | 'tel' | 'password' | 'email';
  /** Which keyboard a phone shows. */
  mode?: 'numeric' | 'decimal' | 'tel';
  autocomplete?: 'tel' | 'username' | 'current-password' | 'new-password' | 'name' | 'off' | 'one-time-code';
  width?: Width;
  maxLength?: number;
  suffix?: string;
}

/** A line of text. */
export function TextInput(props: TextProps): VNode {
  // The type is chosen at run time; the element's own typing wants a literal.
  const attributes = {
    id: props.name,
    name: props.name,
    type: props.type ?? 'text',
    inputMode: props.mode,
    autocomplete: props.autocomplete,
    class: props.width,
    maxLength: props.maxLength,
    value: props.type === 'password' ? '' : textOf(props.form, props.name),
    'aria-describedby': describedBy(props),
    'aria-invalid': problemOf(props.form, props.name) ? 'true' : undefined,
  } as JSX.IntrinsicElements['input'];
  const input = <input {...attributes} />;
  return (
    <Field {...props}>
      {props.suffix ? (
        <div class="suffix">
          {input}
          <span>{props.suffix}</span>
        </div>
      ) : (
        input
      )}
    </Field>
  );
}

/** An amount in yuan, typed with or without the decimals. */
export const MoneyInput = (props: FieldProps): VNode => (
  <TextInput {...props} mode="decimal" width="w10" suffix={words.form.yuan} />
);

/** A day in three boxes, 年 月 日: no date picker. Posts `name-year`, `name-month`, `name-day`. */
export function DateInput(props: FieldProps): VNode {
  const wrong = problemOf(props.form, props.name) ? ('true' as const) : undefined;
  const part = (key: 'year' | 'month' | 'day', width: Width, length: number) => (
    <div>
      <label for={key === 'year' ? props.name : `${props.name}-${key}`}>{words.form[key]}</label>
      <input
        id={key === 'year' ? props.name : `${props.name}-${key}`}
        name={`${props.name}-${key}`}
        inputMode="numeric"
        maxLength={length}
        class={width}
        value={textOf(props.form, `${props.name}-${key}`)}
        aria-invalid={wrong}
      />
    </div>
  );
  return (
    <fieldset class={fieldClass(props)} aria-describedby={describedBy(props)}>
      <legend>{labelText(props)}</legend>
      <Notes {...props} />
      <div class="dates">
        {part('year', 'w4', 4)}
        {part('month', 'w2', 2)}
        {part('day', 'w2', 2)}
      </div>
    </fieldset>
  );
}

/** A native select: never a home-made combobox. */
export function Select(props: FieldProps & { choices: readonly Choice[]; empty?: string }): VNode {
  const current = textOf(props.form, props.name);
  return (
    <Field {...props}>
      <select
        id={props.name}
        name={props.name}
        aria-describedby={describedBy(props)}
        aria-invalid={problemOf(props.form, props.name) ? 'true' : undefined}
      >
        {props.empty !== undefined && <option value="">{props.empty}</option>}
        {props.choices.map((choice) => (
          <option value={choice.value} selected={choice.value === current} key={choice.value}>
            {choice.text}
          </option>
        ))}
      </select>
    </Field>
  );
}

interface ChoiceProps extends FieldProps {
  choices: readonly Choice[];
  /** The legend is the page's h1: one question, one page. */
  heading?: boolean;
}

function ChoiceList(props: ChoiceProps & { kind: 'radio' | 'checkbox'; chosen: readonly string[] }): VNode {
  return (
    <fieldset class={fieldClass(props)} aria-describedby={describedBy(props)}>
      <legend>{props.heading ? <h1>{props.label}</h1> : labelText(props)}</legend>
      <Notes {...props} />
      {props.choices.map((choice, index) => {
        // The first box carries the field's own id, so that the error link lands on it.
        const id = index === 0 ? props.name : `${props.name}-${index + 1}`;
        return (
          <div class="choice" key={choice.value}>
            <input
              type={props.kind}
              id={id}
              name={props.name}
              value={choice.value}
              checked={props.chosen.includes(choice.value)}
              aria-describedby={choice.hint ? `${id}-about` : undefined}
            />
            <label for={id}>
              {choice.text}
              {choice.hint && (
                <span class="hint" id={`${id}-about`}>
                  {choice.hint}
                </span>
              )}
            </label>
          </div>
        );
      })}
    </fieldset>
  );
}

/** One of a few. */
export const Radios = (props: ChoiceProps): VNode => (
  <ChoiceList {...props} kind="radio" chosen={[textOf(props.form, props.name)]} />
);

/** Any of a few; an absent value means none. */
export function Checkboxes(props: ChoiceProps): VNode {
  const value = props.form.values[props.name];
  const chosen = typeof value === 'string' ? [value] : (value ?? []);
  return <ChoiceList {...props} kind="checkbox" chosen={chosen} />;
}

/** Several lines; the script adds a count of what is left. */
export function Textarea(props: FieldProps & { limit: number; rows?: number }): VNode {
  return (
    <Field {...props} hint={props.hint ?? `最多 ${props.limit} 字`}>
      <textarea
        id={props.name}
        name={props.name}
        rows={props.rows ?? 4}
        data-limit={props.limit}
        aria-describedby={describedBy({ ...props, hint: props.hint ?? 'limit' })}
        aria-invalid={problemOf(props.form, props.name) ? 'true' : undefined}
      >
        {textOf(props.form, props.name)}
      </textarea>
    </Field>
  );
}

/** The browser's own file input, on its own line; limits stand in the hint, before the choice. */
export function FileInput(props: FieldProps & { accept: string }): VNode {
  return (
    <Field {...props}>
      <input
        type="file"
        id={props.name}
        name={props.name}
        accept={props.accept}
        aria-describedby={describedBy(props)}
        aria-invalid={problemOf(props.form, props.name) ? 'true' : undefined}
      />
    </Field>
  );
}

/** All that is wrong, first on the page, each a link to its field. Nothing wrong: nothing. */
export function ErrorSummary({ form }: { form: FormState }): VNode | null {
  if (form.problems.length === 0) return null;
  return (
    <div class="summary" role="alert" tabIndex={-1} data-focus aria-labelledby="error-summary">
      <h2 id="error-summary">{words.form.summary}</h2>
      <ul>
        {form.problems.map((problem, index) => (
          <li key={problem.field ?? index}>
            {problem.field ? <a href={`#${problem.field}`}>{problem.message}</a> : problem.message}
            {problem.hint && <> {problem.hint}</>}
          </li>
        ))}
      </ul>
    </div>
  );
}
