using CxoneAssist.Host.Web.Startup;

ProcessCulture.MakeInvariant();
return await HostRunner.RunAsync(args, ServiceHost.Build);
