// Scenarios wait for hosts most of the time. Each has its hosts, ports and database for itself.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(3)]
