import './styles/main.css'
import { render } from 'solid-js/web'
import { App } from './app.tsx'
import { registerServiceWorker } from './live/service-worker-registration.ts'
import { applyTheme } from './ui/theme.ts'

applyTheme()
const root = document.getElementById('app')
if (root) render(() => <App />, root)
void registerServiceWorker()
