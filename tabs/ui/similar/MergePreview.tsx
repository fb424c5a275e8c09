/** What follows when needs become one: what the one gains, and what stays where it is. */
import type { Initiative } from '#src/lists/initiatives.ts'
import { units } from '#src/lists/organisation.ts'
import { mergedChanges, nameOf } from '#src/rules/needs/merging.ts'
import { treeOf } from '#src/rules/organisation/tree.ts'
import { formatList } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import { useWords } from '../../language.ts'
import styles from './Similar.module.css'

export function MergePreview({ into, from }: { into: Initiative; from: readonly Initiative[] }) {
  const { t, locale } = useWords()
  const { session } = useSession()
  const tree = treeOf(useItems(session.data, units))
  const gained = mergedChanges(into, from, tree)
  const before = new Set((into.concernedUnits ?? []).map(({ key }) => key))
  const added = (gained?.concernedUnits ?? []).filter(({ key }) => !before.has(key))
  const contacts = [...new Set(from.flatMap((one) => one.contact?.name ?? one.contactAsWritten ?? []))]
  return (
    <div className={styles.preview}>
      <h3>{t('similar.preview')}</h3>
      <ul>
        <li>
          {t('similar.previewState', { needs: formatList(from.map(nameOf), locale), into: nameOf(into) })}
        </li>
        {added.length > 0 && (
          <li>
            {t('similar.previewUnits', {
              units: formatList(
                added.map(({ title }) => title),
                locale,
              ),
            })}
          </li>
        )}
        {gained?.scope === 'shared' && into.scope !== 'shared' && <li>{t('similar.previewShared')}</li>}
        {contacts.length > 0 && (
          <li>{t('similar.previewContacts', { who: formatList(contacts, locale) })}</li>
        )}
        <li>{t('similar.previewStays')}</li>
        <li>{t('similar.previewSplit')}</li>
      </ul>
    </div>
  )
}
