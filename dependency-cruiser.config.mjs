/** Directions: law → kernel → platform → modules → app, read as «is known by». Each message says why and what to do. */
const ground = ['evidence', 'registry', 'territory', 'calendar', 'statistics', 'requests', 'council', 'correspondence']
const work = ['plan', 'budget', 'projects', 'procurement', 'urban']
const folder = (names) => `^src/modules/(${names.join('|')})/`

export default {
  forbidden: [
    { name: 'no-cycles', comment: 'Two files that need each other are one idea, or one of them holds a third. A page loaded on demand may read the list it is in.', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] } } },
    { name: 'kernel-knows-nobody', comment: 'The kernel is pure: move what needs the outside world to platform.', severity: 'error', from: { path: '^src/kernel/' }, to: { path: '^src/(platform|modules|design|app)/' } },
    { name: 'platform-knows-no-module', comment: 'Platform offers ports; modules fill them.', severity: 'error', from: { path: '^src/platform/' }, to: { path: '^src/(modules|design|app)/' } },
    { name: 'design-knows-no-module', comment: 'A component that knows a module belongs in that module.', severity: 'error', from: { path: '^src/design/' }, to: { path: '^src/(platform|modules|app)/' } },
    { name: 'modules-know-no-app', comment: 'The app composes modules, never the reverse.', severity: 'error', from: { path: '^src/modules/', pathNot: '\\.(test|fixture)\\.tsx?$' }, to: { path: '^src/app/' } },
    { name: 'ground-below-work', comment: 'The opposite direction travels as entries others react to.', severity: 'error', from: { path: folder(ground) }, to: { path: folder([...work, 'surveys', 'social', 'coordination', 'reporting', 'portal']) } },
    { name: 'territory-below-statistics', comment: 'Statistics may read the zones of the territory; territory never reads statistics.', severity: 'error', from: { path: folder(['territory']) }, to: { path: folder(['statistics']) } },
    { name: 'roof-on-top', comment: 'Reports read modules; modules never read reports.', severity: 'error', from: { path: folder([...ground, ...work]) }, to: { path: folder(['reporting', 'portal']) } },
    { name: 'only-the-public-face', comment: 'Another module is reached by #name, its index.ts; ask for what is missing there.', severity: 'error', from: { path: '^src/modules/([^/]+)/', pathNot: '\\.test\\.tsx?$' }, to: { path: '^src/modules/([^/]+)/', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/(index|contract)\\.ts$'] } },
    { name: 'platform-by-its-face', comment: 'A platform folder is reached by #platform/name.', severity: 'error', from: { path: '^src/(modules|app)/', pathNot: '\\.test\\.tsx?$' }, to: { path: '^src/platform/[^/]+/', pathNot: '^src/platform/[^/]+/index\\.ts$' } },
    { name: 'things-are-pure', comment: 'A rule that needs the database is two things: the rule and its store.', severity: 'error', from: { path: '^src/modules/.+/rules/', pathNot: '\\.test\\.ts$' }, to: { path: '^src/platform/database/' } },
    { name: 'pages-know-no-server', comment: 'A page takes types from its contract and calls the API.', severity: 'error', from: { path: '^src/(modules|design|app/web)/.+\\.tsx$' }, to: { path: ['^src/platform/', '\\.store\\.ts$', '^src/modules/[^/]+/(index|module)\\.ts$', '^node:'] } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.mjs$' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'], extensions: ['.ts', '.tsx', '.js', '.mjs'] },
  },
}
