return await CxoneAssist.Host.Sandbox.CommandLine.SandboxCommandLine.RunAsync(args);
