/** The lights of one report, each by its name. */
import { aspects, type StatusReport, statusReports } from '#src/lists/followUp.ts'
import { useWords } from '../../language.ts'
import { Light } from '../lights/Light.tsx'
import styles from './Reports.module.css'

export function ReportLights({ report }: { report: StatusReport }) {
  const { label } = useWords()
  return (
    <dl className={styles.lights}>
      {aspects.map((aspect) => {
        const light = report[aspect]
        return (
          light && (
            <div key={aspect}>
              <dt>{label(statusReports, aspect)}</dt>
              <dd>
                <Light light={light} />
              </dd>
            </div>
          )
        )
      })}
    </dl>
  )
}
