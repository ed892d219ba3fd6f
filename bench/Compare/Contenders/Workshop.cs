using System.Globalization;
using CxoneAssist.Compare.Figures;
using CxoneAssist.Compare.Load;
using CxoneAssist.Compare.Processes;

namespace CxoneAssist.Compare.Contenders;

/// <summary>Builds the contenders in a folder of its own: where they come from need not be writable.</summary>
internal sealed class Workshop(Settings settings, string folder)
{
    private const int BoundWorkers = 64;

    /// <summary>Builds those that are to be measured.</summary>
    public async Task<IReadOnlyList<Contender>> BuildAsync(CancellationToken cancellationToken)
    {
        List<Contender> contenders = [];
        foreach (var name in settings.Contenders)
        {
            contenders.Add(await (name switch
            {
                Contender.Ours => OursAsync(cancellationToken),
                Contender.Peer => PeerAsync(cancellationToken),
                Contender.Bound => BoundAsync(cancellationToken),
                _ => throw new InvalidOperationException($"There is no contender {name}."),
            }));
        }

        return contenders;
    }

    private async Task<Contender> OursAsync(CancellationToken cancellationToken)
    {
        var output = settings.Host ?? Path.Combine(folder, "host");
        if (settings.Host is null)
        {
            await RunAsync(Repository.Root, "dotnet", ["publish", "src/Host.Web", "-c", "Release", "-o", output], cancellationToken);
        }

        var program = Path.GetFullPath(Path.Combine(output, "CxoneAssist.Host.Web.dll"));
        return new Contender(Contender.Ours, start => Child.Start(
            "dotnet",
            [program],
            start.Folder,
            ("PORT", Text(start.Port)),
            ("CXONE_BASE_URL", start.Cxone.ToString()),
            ("CXONE_CLIENT_ID", "id"),
            ("CXONE_CLIENT_SECRET", "secret"),
            ("CXONE_WEBHOOK_SECRET", SignedWebhooks.Secret),
            ("CXONE_OPERATOR_KEY", Questions.OperatorKey),
            ("ConnectionStrings__Inbox", start.Inbox)));
    }

    private async Task<Contender> PeerAsync(CancellationToken cancellationToken)
    {
        var peer = Copy("seed-node");
        await RunAsync(peer, "npm", ["install", "--no-audit", "--no-fund"], cancellationToken);
        return new Contender(Contender.Peer, start => Child.Start(
            "node", ["server.js"], peer, ("PORT", Text(start.Port)), ("BASE_URL", start.Cxone.ToString().TrimEnd('/'))));
    }

    private async Task<Contender> BoundAsync(CancellationToken cancellationToken)
    {
        var output = Path.Combine(folder, "bound");
        await RunAsync(Copy("limit"), "dotnet", ["publish", "-c", "Release", "-o", output], cancellationToken);
        return new Contender(Contender.Bound, start => Child.Start(
            "dotnet",
            [Path.Combine(output, "limit.dll"), Text(start.Port), Path.Combine(start.Folder, "bound.db"), Text(BoundWorkers)],
            start.Folder,
            ("CX_URL", start.Cxone.ToString())));
    }

    private string Copy(string name)
    {
        var (from, to) = (Path.Combine(settings.BenchFolder, name), Path.Combine(folder, name));
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.WriteAllBytes(Path.Combine(to, Path.GetFileName(file)), File.ReadAllBytes(file));
        }

        return to;
    }

    private static async Task RunAsync(string folder, string program, string[] arguments, CancellationToken cancellationToken)
    {
        await using var child = Child.Start(program, arguments, folder).Listened();
        await child.FinishAsync($"{program} {arguments[0]}", cancellationToken);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
