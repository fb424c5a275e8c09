/** Teams' dark theme: only the one that is shown is loaded. */
import { teamsDarkTheme } from '@fluentui/react-components'

export const theme = teamsDarkTheme
