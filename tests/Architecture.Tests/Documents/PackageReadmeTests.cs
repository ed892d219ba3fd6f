using CxoneAssist.Simulator;

namespace CxoneAssist.Architecture.Tests.Documents;

/// <summary>The lines of each package's readme run as they stand, and print what it says.</summary>
internal sealed class PackageReadmeTests
{
    private DirectoryInfo _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("readme-");

    [TearDown]
    public void DeleteFolder()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [TestCase("Domain")]
    [TestCase("Application")]
    [TestCase("Simulator")]
    public async Task Lines_OfAReadme_PrintWhatItSays(string project)
    {
        var printed = await SnippetRunner.RunAsync(Code(project)).WaitAsync(RunningProgram.Patience);

        Assert.That(printed.ReplaceLineEndings("\n"), Does.Contain(Output(project)));
    }

    [Test]
    public async Task Lines_OfInfrastructure_WorkOnTheInteractionThatTheyAccept()
    {
        await using var cxone = await UnhappyAsync();
        using var program = new RunningProgram(Code("Infrastructure"), Settings(cxone, "").Where(setting => !setting.Contains(":Webhook:")));

        await program.NextAsync();
        await NotifiedAsync(cxone);

        Assert.That((await program.StopAsync()).ReplaceLineEndings("\n"), Does.Contain(Output("Infrastructure")));
    }

    [Test]
    public async Task Lines_OfAspNetCore_TakeAWebhookAndTellTheirHealth()
    {
        await using var cxone = await UnhappyAsync();
        using var program = new RunningProgram(Code("AspNetCore"), [.. Settings(cxone, ""), "--urls=http://127.0.0.1:0"]);

        await SendAsync(cxone, RunningProgram.Address(await program.NextAsync()));

        await program.StopAsync();
    }

    [Test]
    public async Task Lines_ForSeveralTenants_WorkForEach()
    {
        await using var north = await UnhappyAsync();
        await using var south = await UnhappyAsync();
        using var program = new RunningProgram(Tenants(),
        [
            .. Settings(north, "Tenants:north:"), "--Tenants:north:Url=http://127.0.0.1:0",
            .. Settings(south, "Tenants:south:"), "--Tenants:south:Url=http://127.0.0.1:0",
        ]);

        var hosts = new[] { await program.NextAsync(), await program.NextAsync() };
        await SendAsync(north, RunningProgram.Address(hosts[0]));
        Assert.That(south.Ledger.TaskCount, Is.Zero);
        await SendAsync(south, RunningProgram.Address(hosts[1]));

        await program.StopAsync();
    }

    private static async Task<CxoneSimulator> UnhappyAsync()
    {
        var cxone = await CxoneSimulator.StartAsync();
        cxone.Forms.Put("interaction-1", "1");
        return cxone;
    }

    private static async Task SendAsync(CxoneSimulator cxone, Uri service)
    {
        using var client = new HttpClient { BaseAddress = service };
        (await client.SendAsync(cxone.CreateWebhook("interaction-1"))).EnsureSuccessStatusCode();
        (await client.GetAsync(new Uri("/healthz/ready", UriKind.Relative))).EnsureSuccessStatusCode();
        await NotifiedAsync(cxone);
        Assert.That(cxone.Ledger.Tasks().Single().Priority, Is.EqualTo("High"));
    }

    private static Task NotifiedAsync(CxoneSimulator cxone) =>
        cxone.Ledger.WaitUntilAsync(ledger => ledger.NotificationCount == 1).WaitAsync(RunningProgram.Patience);

    private IEnumerable<string> Settings(CxoneSimulator cxone, string prefix) => cxone.Settings
        .Append(new("ConnectionStrings:Inbox", $"Data Source={Path.Combine(_folder.FullName, cxone.BaseAddress.Port + ".db")}"))
        .Select(setting => $"--{prefix}{setting.Key}={setting.Value}");

    private static string Tenants() => MarkdownSnippets.Blocks(File.ReadAllText(Repository.At("docs", "embedding.md")), "csharp")
        .Single(block => block.Code.Contains("string[] tenants", StringComparison.Ordinal)).Code;

    private static string Code(string project) => MarkdownSnippets.Blocks(Readme(project), "csharp").Single().Code;

    private static string Output(string project) => MarkdownSnippets.Blocks(Readme(project), "text").Single().Code;

    private static string Readme(string project) => File.ReadAllText(Repository.At("src", project, "README.md"));
}
