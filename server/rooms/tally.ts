/** What is counted for /metrics. Counters only grow. */
export type Tally = {
  edits: number
  editBytes: number
  dismissals: number
  connections: number
  commitFailures: number
}

export function makeTally(): Tally {
  return { edits: 0, editBytes: 0, dismissals: 0, connections: 0, commitFailures: 0 }
}

/** The figures in the Prometheus text format. */
export function tallyToPrometheus(tally: Tally, gauges: Record<string, number>): string {
  const counters = {
    edits_total: tally.edits,
    edit_bytes_total: tally.editBytes,
    dismissals_total: tally.dismissals,
    connections_total: tally.connections,
    commit_failures_total: tally.commitFailures,
  }
  const lines = (figures: Record<string, number>, type: string) =>
    Object.entries(figures).map(
      ([name, value]) => `# TYPE ontwikkelagenda_${name} ${type}\nontwikkelagenda_${name} ${value}\n`,
    )
  return [...lines(counters, 'counter'), ...lines(gauges, 'gauge')].join('')
}
