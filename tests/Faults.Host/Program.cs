using CxoneAssist.Faults.Host.Composition;
using CxoneAssist.Faults.Host.Mutants;
using CxoneAssist.Faults.Host.Points;
using CxoneAssist.Host.Web.Startup;

ProcessCulture.MakeInvariant();

// The host as it ships, with the faults put in last.
return await HostRunner.RunAsync(args, static args => ServiceHost.Build(args, static builder =>
{
    builder.Services.AddShiftedClock(builder.Configuration);
    builder.Services.AddStopPoint(builder.Configuration).AddMutant(builder.Configuration);
}));
