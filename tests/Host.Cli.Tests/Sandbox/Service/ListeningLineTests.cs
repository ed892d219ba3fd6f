using CxoneAssist.Host.Cli.Sandbox.Service;

namespace CxoneAssist.Host.Cli.Tests.Sandbox.Service;

internal sealed class ListeningLineTests
{
    [TestCase("""{"EventId":14,"Message":"Now listening on: http://[::]:36211","State":{"address":"http://[::]:36211"}}""", "http://127.0.0.1:36211/")]
    [TestCase("      Now listening on: http://127.0.0.1:5000", "http://127.0.0.1:5000/")]
    [TestCase("info: x Now listening on: http://0.0.0.0:80 (all)", "http://127.0.0.1:80/")]
    [TestCase("Now listening on: http://localhost:3000", "http://127.0.0.1:3000/")]
    [TestCase("Now listening on: http://[::1]:3000", "http://[::1]:3000/")]
    public void Address_ListeningLine_IsWhereToConnect(string line, string address) =>
        Assert.That(ListeningLine.Address(line), Is.EqualTo(new Uri(address)));

    [TestCase("Application started. Press Ctrl+C to shut down.")]
    [TestCase("Now listening on: http://unix:/tmp/host.sock")]
    [TestCase("")]
    public void Address_OtherLine_IsNone(string line) => Assert.That(ListeningLine.Address(line), Is.Null);
}
