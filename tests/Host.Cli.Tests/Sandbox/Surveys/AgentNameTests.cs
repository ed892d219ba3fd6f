using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.Sandbox.Surveys;

namespace CxoneAssist.Host.Cli.Tests.Sandbox.Surveys;

internal sealed class AgentNameTests
{
    [TestCase("Richard Buchanan", "richard-buchanan")]
    [TestCase("  Mary-Jane  O'Neil, ", "mary-jane-o-neil")]
    [TestCase("agent-042", "agent-042")]
    [TestCase("Ann", "Ann")]
    public void ToId_Name_IsASlugUnlessItIsAnIdAlready(string name, string id) => Assert.That(AgentName.ToId(name), Is.EqualTo(id));

    [TestCase("José Ruiz")]
    [TestCase("山田太郎")]
    [TestCase("!!!")]
    public void ToId_LettersAreLost_StaysAnIdThatTellsNamesApart(string name)
    {
        var id = AgentName.ToId(name);

        Assert.That(Identifier.IsValid(id), Is.True);
        Assert.That(id, Is.EqualTo(AgentName.ToId(name)).And.Not.EqualTo(AgentName.ToId(name + "é")));
    }

    [Test]
    public void ToId_EndlessName_StaysAnId() => Assert.That(Identifier.IsValid(AgentName.ToId(new string('a', 500) + " b")), Is.True);

    [TestCase("")]
    [TestCase("  ")]
    public void ToId_Blank_IsNone(string name) => Assert.That(AgentName.ToId(name), Is.Null);
}
