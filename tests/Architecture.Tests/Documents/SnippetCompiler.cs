using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CxoneAssist.Architecture.Tests.Documents;

/// <summary>
/// Compiles code as a service that embeds the packages does: against the packages, what they depend
/// on and ASP.NET Core. It sees nothing internal, and a warning counts as an error does.
/// </summary>
internal static class SnippetCompiler
{
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => IsForServices(Path.GetFileNameWithoutExtension(file)))
            .Select(file => MetadataReference.CreateFromFile(file)),
    ];

    // Older references are answered by newer assemblies, which the SDK allows in every project.
    private static readonly Dictionary<string, ReportDiagnostic> Silenced =
        new() { ["CS1701"] = ReportDiagnostic.Suppress, ["CS1702"] = ReportDiagnostic.Suppress };

    /// <summary>The compiler's errors and warnings; empty where the files compile.</summary>
    public static IReadOnlyList<string> Compile(params IEnumerable<string> files) =>
    [
        .. Compilation(files).GetDiagnostics()
            .Where(one => one.Severity >= DiagnosticSeverity.Warning)
            .Select(one => one.ToString()),
    ];

    /// <summary>Compiles files and loads the result.</summary>
    public static Assembly Load(params IEnumerable<string> files)
    {
        using var assembly = new MemoryStream();
        var result = Compilation(files).Emit(assembly);
        return result.Success
            ? Assembly.Load(assembly.ToArray())
            : throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }

    private static CSharpCompilation Compilation(IEnumerable<string> files)
    {
        var trees = files.Select(file => CSharpSyntaxTree.ParseText(file)).ToList();
        var hasStatements = trees.Any(tree => tree.GetCompilationUnitRoot().Members.Any(SyntaxKind.GlobalStatement));
        var options = new CSharpCompilationOptions(
            hasStatements ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            specificDiagnosticOptions: Silenced);
        return CSharpCompilation.Create("Snippet", trees, References, options);
    }

    private static bool IsForServices(string assembly) =>
        !assembly.StartsWith(Product.Prefix, StringComparison.Ordinal) || Product.Packages.Contains(assembly);
}
