// Tests wait for hosts most of the time. Each has its hosts, ports and folder for itself.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(3)]
