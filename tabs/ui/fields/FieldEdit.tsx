/** The control of a column, by its kind: one place where every form field is made. */
import { Checkbox, Field, Input, Select, Textarea } from '@fluentui/react-components'
import type { Person, Ref } from '#src/lists/columns.ts'
import type { DirectoryHit } from '#src/graph/directory.ts'
import type { UnionStep } from '#src/lists/initiatives.ts'
import type { List } from '#src/lists/list.ts'
import { faultsOf } from '#src/lists/validate.ts'
import { useWords } from '../../language.ts'
import { optionsOf } from './choices.ts'
import { ChoicesEdit } from './ChoicesEdit.tsx'
import { KronorInput } from './KronorInput.tsx'
import { ManyPicker, OnePicker } from './Picker.tsx'
import { useOptions } from './options.ts'
import { useDirectory } from './useDirectory.ts'
import { UnionStepsEdit } from './UnionStepsEdit.tsx'

export interface FieldEditProps {
  list: List
  field: string
  value: unknown
  change: (value: unknown) => void
  /** What stands in a workbook and was not understood. */
  hint?: string | undefined
  /** The initiative that the field is of, for whoever may prepare only that. */
  about?: string | undefined
  /** Somebody of the directory was picked whom the governance doesn't know. */
  met?: ((hit: DirectoryHit) => void) | undefined
}

export function FieldEdit({ list, field, value, change, hint, about, met }: FieldEditProps) {
  const words = useWords()
  const label = words.label(list, field)
  const fault = value === undefined ? undefined : faultsOf(list, { [field]: value })[0]
  const problem = fault && words.t(`problem.${fault.problem}`, { field: label, limit: fault.limit ?? 255 })
  const control = useControl({ list, field, value, change, about, met }, label)
  if (list.columns[field]?.kind === 'yesNo') {
    return (
      <Checkbox
        label={label}
        checked={value === true}
        onChange={(_, { checked }) => change(checked === true)}
      />
    )
  }
  // A field names the one control in it; boxes to tick are several.
  if (list.columns[field]?.kind === 'choices')
    return (
      <ChoicesEdit
        list={list}
        field={field}
        value={(value as string[] | null | undefined) ?? []}
        change={change}
      />
    )
  return (
    <Field
      label={label}
      required={list.columns[field]?.required ?? false}
      {...(problem && { validationMessage: problem })}
      {...(hint && { hint })}
    >
      {control}
    </Field>
  )
}

function useControl({ list, field, value, change, about, met }: FieldEditProps, label: string) {
  const words = useWords()
  const options = useOptions(field)
  const everyone = useDirectory({ about, met })
  const directory = list.columns[field]?.kind.startsWith('person') ? everyone : undefined
  const text = typeof value === 'string' ? value : ''
  switch (list.columns[field]?.kind) {
    case 'note':
      return <Textarea resize='vertical' rows={4} value={text} onChange={(_, d) => change(d.value || null)} />
    case 'choice':
      return (
        <Select value={text} onChange={(_, d) => change(d.value || null)}>
          <option value=''>{words.t('initiative.choose')}</option>
          {optionsOf(list, field, words).map(({ key, text: word }) => (
            <option key={key} value={key}>
              {word}
            </option>
          ))}
        </Select>
      )
    case 'day':
      return <Input type='date' value={text} onChange={(_, d) => change(d.value || null)} />
    case 'money':
      return <KronorInput value={typeof value === 'number' ? value : undefined} change={change} />
    case 'number':
      return (
        <Input
          type='number'
          inputMode='numeric'
          value={value === undefined || value === null ? '' : String(value)}
          onChange={(_, d) => change(d.value === '' ? null : Number(d.value))}
        />
      )
    case 'person':
    case 'ref':
      return (
        <OnePicker
          label={label}
          options={options}
          value={value as Person | Ref | undefined}
          change={change}
          directory={directory}
        />
      )
    case 'persons':
    case 'refs':
      return (
        <ManyPicker
          label={label}
          options={options}
          value={(value as (Person | Ref)[] | undefined) ?? []}
          change={change}
          directory={directory}
        />
      )
    case 'json':
      return <UnionStepsEdit value={(value as UnionStep[] | undefined) ?? []} change={change} />
    default:
      return <Input value={text} onChange={(_, d) => change(d.value || null)} />
  }
}
