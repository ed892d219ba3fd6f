CxoneAssist.Host.Web.Startup.ProcessCulture.MakeInvariant();
return await CxoneAssist.Host.Cli.CommandLine.ToolCommandLine.RunAsync(args, CxoneAssist.Host.Cli.CommandLine.CommandContext.ForProcess());
