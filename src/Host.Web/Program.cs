using CxoneAssist.Host.Web.Startup;

return await HostRunner.RunAsync(args, ServiceHost.Build);
