using System.Globalization;

namespace CxoneAssist.Architecture.Tests.Documents;

/// <summary>Runs code as the Program.cs of a new project, in this process.</summary>
internal static class SnippetRunner
{
    /// <summary>What it writes to the console by the time it ends.</summary>
    public static async Task<string> RunAsync(string code, params string[] args)
    {
        var program = SnippetCompiler.Load(code, SnippetContext.ImplicitUsings).EntryPoint!;
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        var before = Console.Out;
        Console.SetOut(TextWriter.Synchronized(output));
        try
        {
            await Task.Run(() => program.Invoke(null, [args]));
        }
        finally
        {
            Console.SetOut(before);
        }

        return output.ToString();
    }
}
