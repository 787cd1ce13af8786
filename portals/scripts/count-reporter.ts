import type { Reporter, TestModule } from "vitest/node";

/** Closes a run with the plain line `N passed, N failed`, which the project's own test command adds up. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: ReadonlyArray<TestModule>) {
    let passed = 0;
    let failed = 0;
    for (const module of modules) {
      const before = failed;
      for (const test of module.children.allTests()) {
        if (test.result().state === "passed") passed += 1;
        if (test.result().state === "failed") failed += 1;
      }
      // A file that could not be loaded has no tests to count, but it is a failure.
      if (module.state() === "failed" && failed === before) failed += 1;
    }
    process.stdout.write(`${passed} passed, ${failed} failed\n`);
  }
}
