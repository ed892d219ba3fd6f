using CxoneAssist.Compare;

return await CompareCommandLine.Create().Parse(args).InvokeAsync();
