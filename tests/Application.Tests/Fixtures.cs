// Each test has an instance of its own.
[assembly: FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
