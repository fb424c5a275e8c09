/** Which column is read as what: the proposal, and a choice for each column. */
import { Select } from '@fluentui/react-components'
import type { ColumnMapping, Mapping } from '#src/import/mapping.ts'
import { type Field, fields } from '#src/rules/needs/importTerms.ts'
import { importSentence } from '#src/text/importWords.ts'
import { useWords } from '../../language.ts'
import styles from './Import.module.css'

/** Below this a proposed column is a guess, and the plan says so too. */
const SURE = 0.75

export const isGuess = ({ field, confidence }: ColumnMapping) => field !== null && confidence < SURE

export function MappingTable({
  columns,
  chosen,
  choose,
}: {
  columns: readonly ColumnMapping[]
  chosen: Mapping
  choose: (mapping: Mapping) => void
}) {
  const { t, locale } = useWords()
  const shown = columns.map((one) => ({ ...one, field: fieldOf(one, chosen) }))
  return (
    <>
      <p className={styles.help}>{t('import.mappingHelp')}</p>
      <table className={styles.mapping}>
        <thead>
          <tr>
            <th scope='col'>{t('import.column')}</th>
            <th scope='col'>{t('import.readAs')}</th>
            <th scope='col'>{t('import.sample')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <tr key={one.column}>
              <th scope='row'>
                <span className={styles.letter}>{one.column}</span> {one.header}
              </th>
              <td>
                <Select
                  size='small'
                  aria-label={`${t('import.readAs')}: ${one.column} ${one.header}`}
                  value={one.field ?? ''}
                  onChange={(_, { value }) => choose(withChoice(shown, chosen, one.column, value))}
                >
                  <option value=''>{t('import.ignore')}</option>
                  {fields.map((field) => (
                    <option key={field} value={field}>
                      {capitalised(importSentence(locale, `field.${field}`))}
                    </option>
                  ))}
                </Select>
                {isGuess(one) && <span className={styles.unsure}>{t('import.unsure')}</span>}
              </td>
              <td className={styles.sample}>
                <span>{one.sample.join(' · ')}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

export const fieldOf = ({ column, field }: ColumnMapping, chosen: Mapping): Field | null => {
  const choice = chosen[column]
  return choice === undefined ? field : choice
}

/** A field comes from one column only, but for costs that are given year by year. */
function withChoice(
  shown: readonly ColumnMapping[],
  chosen: Mapping,
  column: string,
  value: string,
): Mapping {
  const field = fields.find((one) => one === value) ?? null
  const others = shown.filter((one) => one.column !== column && one.field === field && field !== 'costPart')
  return {
    ...chosen,
    ...Object.fromEntries(field === null ? [] : others.map((one) => [one.column, null])),
    [column]: field,
  }
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
