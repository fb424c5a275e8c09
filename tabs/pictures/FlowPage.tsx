/** Flow: the funnel with what came to each stage, what left it and what stands still there, in a period one chooses. */
import { useMemo } from 'react'
import { portfolios, type ProcessName } from '#src/lists/portfolios.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { processOf } from '#src/rules/processes.ts'
import { useSession } from '../context.ts'
import { useItems } from '../data.ts'
import { useWords } from '../language.ts'
import { FlowPicture } from './flow/FlowPicture.tsx'
import { firstDayOf, periodIn, periods } from './flow/period.ts'
import { Choice } from '../ui/Choice.tsx'
import { Reading } from './lens/Reading.tsx'
import { useParam } from './lens/useParam.ts'
import { useTrailSince } from './lens/useTrailSince.ts'
import { PicturePage } from './PicturePage.tsx'
import styles from './lens/Lens.module.css'

export function FlowPage() {
  return <PicturePage title='pictures.flow'>{(shown) => <Chosen shown={shown} />}</PicturePage>
}

function Chosen({ shown }: { shown: readonly Initiative[] }) {
  const { t, word } = useWords()
  const { today } = useSession()
  const [since, putSince] = useParam('since')
  const period = periodIn(since)
  const { process, processes, choose, rows } = useProcess(shown)
  const from = firstDayOf(period, today)
  const { rows: trail, error, reload } = useTrailSince(from)
  return (
    <>
      <div className={`${styles.choices} no-print`}>
        <Choice
          label={t('flow.period')}
          value={period}
          options={periods.map((one) => ({ value: one, text: t(`flow.period.${one}`) }))}
          choose={(one) => putSince(one === '90' ? undefined : one)}
        />
        {processes.length > 1 && (
          <Choice
            label={t('flow.process')}
            value={process}
            options={processes.map((one) => ({ value: one, text: word('processNames', one) }))}
            choose={choose}
          />
        )}
      </div>
      {trail ? (
        <FlowPicture rows={rows} process={process} trail={trail} from={from} today={today} />
      ) : (
        <Reading error={error} reload={reload} />
      )}
    </>
  )
}

/** The process that most of what is shown goes through, or the one chosen, and what goes through it. */
function useProcess(shown: readonly Initiative[]) {
  const { session } = useSession()
  const all = useItems(session.data, portfolios)
  const [chosen, choose] = useParam('process')
  return useMemo(() => {
    const byProcess = Map.groupBy(shown, (initiative) => processOf(initiative, all))
    const processes = [...byProcess].toSorted(([, a], [, b]) => b.length - a.length).map(([name]) => name)
    const process: ProcessName = processes.find((one) => one === chosen) ?? processes[0] ?? 'behovsprocessen'
    return { process, processes, choose, rows: byProcess.get(process) ?? [] }
  }, [shown, all, chosen, choose])
}
