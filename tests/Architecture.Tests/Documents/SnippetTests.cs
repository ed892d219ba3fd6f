using System.Xml.Linq;

namespace CxoneAssist.Architecture.Tests.Documents;

/// <summary>
/// All C# that a document or a documentation comment shows compiles, and so does every sample.
/// </summary>
internal sealed class SnippetTests
{
    private static IEnumerable<Snippet> Whole() =>
        MarkdownSnippets.OfDocuments().Where(snippet => snippet.ExcerptOf is null);

    private static IEnumerable<Snippet> Excerpts() =>
        MarkdownSnippets.OfDocuments().Where(snippet => snippet.ExcerptOf is not null);

    [TestCaseSource(nameof(Whole))]
    public void Snippet_InADocument_Compiles(Snippet snippet) =>
        Assert.That(SnippetCompiler.Compile(snippet.Code, SnippetContext.OfDocuments), Is.Empty);

    [TestCaseSource(typeof(ExampleSnippets), nameof(ExampleSnippets.OfPackages))]
    public void Example_OfAMember_Compiles(Snippet snippet) => Assert.That(
        SnippetCompiler.Compile([snippet.Code, SnippetContext.OfExamples, .. Samples.Classes("OwnTicketSystem")]),
        Is.Empty);

    [TestCase("Microsoft.Extensions.DependencyInjection.CxoneAssistServiceCollectionExtensions.AddCxoneAssist", 2)]
    [TestCase("Microsoft.Extensions.DependencyInjection.CxoneWebhookServiceCollectionExtensions.AddCxoneWebhooks")]
    [TestCase("Microsoft.Extensions.DependencyInjection.CxoneHealthChecksBuilderExtensions.AddCxoneAssist")]
    [TestCase("Microsoft.AspNetCore.Builder.CxoneWebhookEndpointExtensions.MapCxoneWebhooks")]
    [TestCase("Microsoft.AspNetCore.Builder.CxoneHealthEndpointExtensions.MapCxoneHealth")]
    [TestCase("CxoneAssist.Infrastructure.CxoneAssistBuilder")]
    [TestCase("CxoneAssist.Infrastructure.CxoneAssistBuilder.UseTasks``1")]
    [TestCase("CxoneAssist.Infrastructure.CxoneAssistBuilder.UsePolicy")]
    [TestCase("CxoneAssist.Infrastructure.Cxone.CxoneHttpOptions")]
    [TestCase("CxoneAssist.Application.IFollowUpOperations")]
    [TestCase("CxoneAssist.Application.Ports.IAgentNotifications")]
    [TestCase("CxoneAssist.Domain.FollowUpPolicy.#ctor")]
    [TestCase("CxoneAssist.Domain.FollowUpPolicy.Decide")]
    [TestCase("CxoneAssist.Domain.FollowUpDecision")]
    [TestCase("CxoneAssist.Domain.FollowUpPolicyFile.Read")]
    [TestCase("CxoneAssist.Simulator.CxoneSimulator")]
    public void Member_ThatPeopleStartWith_HasAnExample(string member, int examples = 1) =>
        Assert.That(ExampleSnippets.OfPackages().Count(snippet => snippet.Place == member), Is.EqualTo(examples));

    [TestCaseSource(nameof(Excerpts))]
    public void Snippet_OfASample_StandsInItsFile(Snippet snippet) =>
        Assert.That(Samples.HasExcerpt(File.ReadAllText(Repository.At(snippet.ExcerptOf!)), snippet.Code), Is.True);

    [TestCaseSource(typeof(Samples), nameof(Samples.Names))]
    public void Sample_Compiles(string sample) =>
        Assert.That(SnippetCompiler.Compile([SnippetContext.ImplicitUsings, .. Samples.Files(sample)]), Is.Empty);

    [Test]
    public void Documents_OfEveryKind_HaveSnippets()
    {
        Assert.That(
            Whole().Select(snippet => snippet.Place.Split(':')[0]).Distinct(),
            Has.Member("README.md").And.Member("docs/embedding.md").And.Member("docs/policy.md"));
        Assert.That(Excerpts(), Is.Not.Empty);
        Assert.That(ExampleSnippets.OfPackages().Count(), Is.GreaterThanOrEqualTo(5));
        Assert.That(Samples.Names(), Is.EqualTo(["EmbeddedInService", "OwnTicketSystem"]));
    }

    [TestCase("builder.Services.AddCxoneAssit();", "CS1061", TestName = "Compile_AMisspelling_Fails")]
    [TestCase("var policy = FollowUpPolicy.Default;", "CS0103", TestName = "Compile_AForgottenUsing_Fails")]
    [TestCase("Console.WriteLine(policy);", "CS0103", TestName = "Compile_AnUndeclaredVariable_Fails")]
    [TestCase("_ = typeof(CxoneAssist.Application.FollowUp);", "CS0122", TestName = "Compile_AnInternalType_Fails")]
    [TestCase("_ = typeof(CxoneAssist.Host.Web.Program);", "CS0234", TestName = "Compile_ATypeOfAHost_Fails")]
    [TestCase("string text = null; Console.WriteLine(text);", "CS8600", TestName = "Compile_AWarning_Fails")]
    public void Compile_BrokenCode_Fails(string code, string error) =>
        Assert.That(SnippetCompiler.Compile(code, SnippetContext.OfDocuments), Has.Some.Contains(error));

    [Test]
    public void Excerpt_ThatIsNotInTheFile_IsFound()
    {
        const string file = "class A\n{\n    int One() => 1;\n\n    int Two() => 2;\n}\n";

        Assert.That(Samples.HasExcerpt(file, "int One() => 1;\n\nint Two() => 2;\n"), Is.True);
        Assert.That(Samples.HasExcerpt(file, "int One() => 1;\nint Two() => 2;\n"), Is.False);
        Assert.That(Samples.HasExcerpt(file, "int One() => 1"), Is.False);
    }

    [Test]
    public void Snippets_OfEveryForm_AreFound()
    {
        const string markdown = """
            a
            ```csharp
            one();
            ```
            - b
              ````cs
              two();
              ```
              ````
            ```json
            {}
            ```
            <!-- excerpt of x.cs -->
            ```csharp
            three();
            ```
            """;
        var documentation = XDocument.Parse("""
            <doc><member name="M:A.B(C)"><example>x<code>F&lt;T&gt;();</code></example></member></doc>
            """);

        Assert.That(
            MarkdownSnippets.OfText("a.md", markdown).Select(one => (one.Place, one.Code.Trim(), one.ExcerptOf)),
            Is.EqualTo(
            [
                ("a.md:3", "one();", null),
                ("a.md:7", "two();\n  ```", null),
                ("a.md:15", "three();", "x.cs"),
            ]));
        Assert.That(ExampleSnippets.OfMembers(documentation), Is.EqualTo([new Snippet("A.B", "F<T>();")]));
    }
}
