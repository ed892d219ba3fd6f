// Heavy hosts on small machines: one scenario at a time, except where most of the time is spent waiting.
[assembly: LevelOfParallelism(3)]
