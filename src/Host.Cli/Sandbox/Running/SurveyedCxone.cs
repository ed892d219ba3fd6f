using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.Sandbox.Surveys;
using CxoneAssist.Simulator;

namespace CxoneAssist.Host.Cli.Sandbox.Running;

/// <summary>The simulator of CXone, with the form of each survey.</summary>
internal static class SurveyedCxone
{
    public static async Task<CxoneSimulator> StartAsync(
        RunOptions options, ScoreQuestion question, ServiceSettings settings, IReadOnlyList<Survey> surveys,
        DateTimeOffset submittedAt, TimeProvider time, CancellationToken cancellationToken)
    {
        var cxone = await CxoneSimulator.StartAsync(
            new CxoneSimulatorOptions
            {
                ClientId = settings.ClientId,
                ClientSecret = settings.ClientSecret,
                ScoreField = question.Fields[0],
                DefaultScore = options.Stay ? new ScoreScale(question).Worst : null,
                Faults = options.Faults.Faults,
                Seed = options.Seed,
                TimeProvider = time,
            },
            cancellationToken);
        foreach (var survey in surveys)
        {
            cxone.Forms.PutAnswers(survey.InteractionId, survey.Answers(question.Fields[0]), submittedAt);
        }

        return cxone;
    }
}
