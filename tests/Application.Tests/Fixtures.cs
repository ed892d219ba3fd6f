// A test begins with a world of its own.
[assembly: FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
