using CxoneAssist.Host.Web.Startup;

return await CommandLine.RunAsync(args, ServiceHost.Build);
