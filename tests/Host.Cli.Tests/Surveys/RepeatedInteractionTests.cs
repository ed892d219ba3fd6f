namespace CxoneAssist.Host.Cli.Tests.Surveys;

internal sealed class RepeatedInteractionTests
{
    [Test]
    public async Task Interaction_ThatRepeats_CountsOnceWithItsFirstRow()
    {
        var run = await Reading.OfTextAsync(
            "interaction_id,responded_at,csat\na,2026-03-02T08:00,1\na,2026-03-02T08:01,5\nb,never,1\nb,2026-03-02T08:00,3\nA,2026-03-02T08:00,5\n");

        Assert.That((run.Count("surveys"), run.Count("noTask")), Is.EqualTo((3, 1)));
        Assert.That(run.ReadAs(), Does.EndWith("1 row repeats an interaction and is not counted: the first counts"));
    }

    [TestCase("responded_at,csat\n2026-03-02T08:00,1\n2026-03-02T08:00,1\n")]
    [TestCase("interaction_id,responded_at,csat\n,2026-03-02T08:00,1\n ,2026-03-02T08:00,1\n")]
    public async Task Rows_WithoutAnInteraction_AllCount(string surveys)
    {
        var run = await Reading.OfTextAsync(surveys);

        Assert.That(run.Count("surveys"), Is.EqualTo(2));
        Assert.That(run.ReadAs(), Does.Not.Contain("repeat"));
    }

    [Test]
    public async Task Interactions_OfAManyRows_AreToldApart()
    {
        var rows = Enumerable.Range(0, 20_000).Select(row => $"interaction-{row % 19_000},2026-03-02T08:00,5");

        var run = await Reading.OfTextAsync("interaction_id,responded_at,csat\n" + string.Join('\n', rows));

        Assert.That(run.Count("surveys"), Is.EqualTo(19_000));
        Assert.That(run.ReadAs(), Does.EndWith("1,000 rows repeat an interaction and are not counted: the first of each counts"));
    }
}
